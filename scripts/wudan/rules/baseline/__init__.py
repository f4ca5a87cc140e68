"""Rules about departures from the reform baseline."""
