enum ListenPlaceholder {}
