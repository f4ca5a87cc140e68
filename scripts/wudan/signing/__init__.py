"""Signatures of SSH keys over texts: made, read and examined by ssh-keygen, who may sign by `allowed_signers`."""
