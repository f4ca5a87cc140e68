"""What pages exist, one module a kind of page: each turns records into what its template shows."""
