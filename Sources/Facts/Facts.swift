enum FactsPlaceholder {}
