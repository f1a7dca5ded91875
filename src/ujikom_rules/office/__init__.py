"""What an office hands out and takes in: forms, reports, minutes, pages; all extras live here."""
