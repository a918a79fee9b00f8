Gem::Specification.new do |s|
  s.name = "oar-theme"
  s.version = "1.2.0"
  s.summary = "A theme for tests"
  s.authors = ["Nobody"]
  s.files = ["README.md"]
  s.add_runtime_dependency(%q<jekyll-seo-tag>.freeze, ["~> 2.0"])
end
