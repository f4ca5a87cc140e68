"""The reviewer's table: every department's items beside the effective baseline, and what there is to decide."""
