"""What a change of the lists means: records matched, edits found, and what they come to for the applicant."""
