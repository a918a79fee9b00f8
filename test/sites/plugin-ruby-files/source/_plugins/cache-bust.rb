# Stands for the file of the template: module CacheBust, directory: '_sass'
