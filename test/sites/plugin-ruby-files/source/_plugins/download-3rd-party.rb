# Stands for the file of the template: third_party_libraries
