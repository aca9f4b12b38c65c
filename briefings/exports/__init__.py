"""What readers take with them: citations, quotations, sheets."""
