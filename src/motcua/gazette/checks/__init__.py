"""The reconciliation of a decision with itself. Each module looks for one family of findings; none of them corrects."""
