"""The picture of the whole way: a rail for each part, drawn on the server, and the same steps as lists."""
