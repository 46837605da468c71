enum MeasurePlaceholder {}
