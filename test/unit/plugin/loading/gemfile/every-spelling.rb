source "https://rubygems.org"
git_source(:github) { |repo| "https://github.com/#{repo}.git" }
ruby "~> 3.0" if false
# gem "a-comment", group: :jekyll_plugins
gem "jekyll", "~> 4.3" # group: :jekyll_plugins
=begin
gem "b-block", group: :jekyll_plugins
=end
group :jekyll_plugins, :development do
  gem "c1"; gem 'c2', '~> 1', '>= 1.2'
  gem("c3", ">= 0", require: false)
  gem "c4", require: %w[c4/a c4/b]
  group :test do
    gem "c5"
  end
  platforms :jruby do
    gem "c6"
  end
  platforms :mingw, :x64_mingw, :ruby do
    gem "c7"
  end
end
group "jekyll_plugins" do gem "d1" end
group(:jekyll_plugins) { gem "d2" }
gem "e1", group: :jekyll_plugins
gem 'e2', :group => [:jekyll_plugins, :test]
gem "e3",
    "~> 1",
    group: [:test, "jekyll_plugins"]
gem "e4", groups: %i[test jekyll_plugins]
gem("e5", :groups => [:jekyll_plugins])
gem "e6", "group" => "jekyll_plugins"
gem "e7", { group: :jekyll_plugins, require: "e7/x" }
gem "e8", group: :"jekyll_plugins"
gem 'e9', group: 'jekyll_plugins' if ENV["HASTIE_NO"]
gem 'e10', group: 'jekyll_plugins' unless ENV["HASTIE_NO"]
gem "e11", platforms: [:mingw, :mswin, :x64_mingw, :jruby], group: :jekyll_plugins
gem "e12", platforms: :ruby, group: :jekyll_plugins
gem "e13", platform: :jruby, group: :jekyll_plugins
gem "e14", install_if: -> { false }, group: :jekyll_plugins
if ENV['HASTIE_YES'] == "1"
  gem "f1", group: :jekyll_plugins
elsif ENV['HASTIE_NO']
  gem "f2", group: :jekyll_plugins
else
  gem "f3", group: :jekyll_plugins
end
unless ENV.key?("HASTIE_YES")
  gem "f4", group: :jekyll_plugins
else
  gem "f5", group: :jekyll_plugins
end
gem "f6", group: :jekyll_plugins if ENV.fetch("HASTIE_YES", "0") == "1" && !ENV["HASTIE_NO"]
gem "f7", group: (ENV["HASTIE_YES"] ? :jekyll_plugins : :test)
gem ENV["HASTIE_NO"] || "f8", group: :jekyll_plugins
plugins = %w[g1 g2]
plugins.each do |p|
  gem p, group: :jekyll_plugins
end
["g3", "g4"].each { |n| gem n, "> 1", group: :jekyll_plugins }
group :jekyll_plugins do
  %w(g5 g6).each do |n|
    gem n
  end
end
install_if -> { RUBY_PLATFORM =~ %r!mingw|mswin|java! } do
  gem "tzinfo"
  gem "tzinfo-data"
end
install_if(-> { true }) do
  gem "h1", group: :jekyll_plugins
end
text = <<~EOS
  gem "heredoc", group: :jekyll_plugins
EOS
source "https://gems.example.org" do
  gem "h2", group: :jekyll_plugins
end
path "." do
end
gem "h3", git: "https://example.org/x.git", branch: "main", group: :jekyll_plugins
gem "h4", github: "a/b", group: :jekyll_plugins
case RUBY_VERSION
when "1.8" then 1
else
  gem "h5", group: :jekyll_plugins
end
begin
  gem "h6", group: :jekyll_plugins
rescue LoadError => e
  puts "x"
end
env "HASTIE_YES" do
  gem "h7", group: :jekyll_plugins
end
env "HASTIE_NO" do
  gem "h8", group: :jekyll_plugins
end
group :jekyll_plugins, optional: true do
  gem "h9"
end
gem "i1", :group=>:jekyll_plugins
gem   'i2' ,group: :jekyll_plugins , require: true
gem "i3", group: :jekyll_plugins, require: ["i3"]
gem %q(i4), group: :jekyll_plugins
gem "i5", group: nil
gem "i6", group: :jekyll_plugins, require: []
def foo
  gem "never", group: :jekyll_plugins
end
gem "i7", "~> 1",
  # a comment between
  group: :jekyll_plugins
__END__
gem "end", group: :jekyll_plugins
