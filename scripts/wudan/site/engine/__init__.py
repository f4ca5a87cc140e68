"""What turns pages into a published folder; it knows neither MkDocs nor the lists."""
