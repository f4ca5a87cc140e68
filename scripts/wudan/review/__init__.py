"""What reviewers work with: accepted departures, the comparison with the baseline, the review of a change."""
