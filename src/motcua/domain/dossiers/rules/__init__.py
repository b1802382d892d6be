"""Each act's own conditions, a module a family; `decide` asks the tables first and then the one function here."""
