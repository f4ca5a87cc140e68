"""How every report is written: what is harmless where, how it fits, workbooks."""
