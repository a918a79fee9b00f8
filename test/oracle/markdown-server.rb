# Converts Markdown with the real kramdown, as JSON lines: {"source", "options"} in, {"html"} or {"error"} out.
# Code is wrapped as Rouge wraps it but without the spans of its tokens, which are another engine's.
#
#   ruby markdown-server.rb < requests > answers
#   ruby markdown-server.rb --lexers                    names and aliases of all lexers
#   ruby markdown-server.rb --site FOLDER [CONFIG]      the kramdown options of a Jekyll site
require 'json'
require 'timeout'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'
require 'kramdown/converter/syntax_highlighter/rouge'

class PlainTokens
  def initialize(lexer) = @lexer = lexer
  def tag = @lexer.tag
  def lex(text) = Rouge::Lexers::PlainText.lex(text)
end

module Rouge
  class Lexer
    class << self
      alias with_tokens find_fancy
      def find_fancy(*arguments)
        lexer = with_tokens(*arguments)
        lexer && PlainTokens.new(lexer)
      end
    end
  end
end

case ARGV[0]
when '--lexers'
  puts JSON.generate(Rouge::Lexer.all.flat_map { |lexer| [lexer.tag, *lexer.aliases] })
when '--site'
  require 'jekyll'
  Jekyll.logger.log_level = :error
  files = [File.join(ARGV[1], '_config.yml'), ARGV[2]].compact.select { |file| File.exist?(file) }
  config = Jekyll.configuration('source' => ARGV[1], 'config' => files)
  Jekyll::Converters::Markdown::KramdownParser.new(config)
  puts JSON.generate(config['kramdown'])
else
  $stdout.sync = true
  $stdin.each_line do |line|
    request = JSON.parse(line)
    options = request['options'].transform_keys(&:to_sym)
    begin
      html = Timeout.timeout(20) { Kramdown::Document.new(request['source'], options).to_html }
      puts JSON.generate('html' => html.scrub)
    rescue SystemStackError, StandardError => e
      puts JSON.generate('error' => "#{e.class}: #{e.message[0, 200]}")
    end
  end
end
