"""`make bench`: every benchmark in one run."""

from benchmarks import publishing

if __name__ == "__main__":
    publishing.run()
