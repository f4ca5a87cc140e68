"""Runs the steps of the flows as they stand in their files, on this machine, in real repositories.

A flow runs at home only: on GitHub, GitLab or Gitee. Its steps are shell, though, and most of what goes wrong in them
can be seen anywhere. So each flow file is read, its steps get the environment that its forge would give, and they run
in a temporary repository that has a request. A forge's own part (checkout, artifacts, who gets which token) is played
here.
"""
