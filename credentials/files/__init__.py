"""Files from strangers, judged by their content and cleaned. Pure: bytes in, bytes out."""
