"""Paper: PDF that is tagged, named and in a language (PDF/UA-1) and lasts (PDF/A-3a), set from data by templates."""
