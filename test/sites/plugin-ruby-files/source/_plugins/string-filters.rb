# Stands for the file of the template: module StringFilter
