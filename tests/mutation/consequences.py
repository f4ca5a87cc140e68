"""The codes that rise with others wherever a whole file or an id is lost."""

# What goes with a file that cannot be read, or a record that breaks its schema: counts, remarks, what was waived.
GONE = "N001 N004 Q009 S005 X001 X004"

# What refers to an id that is another now, or not there any more.
REFERRED = f"{GONE} S004 S006 X002 X003 X004 X007 X009 X012"
