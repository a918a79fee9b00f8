# Stands for the file of the template: class FileExistsTag
