"""The room of the working calendar: the year drawn, versions with their basis, proposals, previews, approvals."""
