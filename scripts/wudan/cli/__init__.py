"""The commands of `wudan`: one module a command, each thin."""
