# Answers, line by line on standard input, how Rouge lexes a piece of code. A request is a JSON object with `lang` (as
# find_fancy takes it, or null) and `code`; the answer has `tag`, `tokens` (kind and text in turns) and `seconds`.
require 'json'
require 'rouge'

$stdout.sync = true
$stdin.each_line do |line|
  request = JSON.parse(line)
  begin
    code = request['code']
    lexer = Rouge::Lexer.find_fancy(request['lang'], code)
    if lexer.nil?
      puts JSON.generate(tag: nil)
      next
    end
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    tokens = []
    lexer.lex(code) { |kind, text| tokens << kind << text }
    seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
    tokens.map! { |entry| entry.is_a?(String) ? entry : entry.shortname }
    puts JSON.generate(tag: lexer.tag, tokens: tokens, seconds: seconds)
  rescue StandardError => e
    puts JSON.generate(error: "#{e.class}: #{e.message}")
  end
end
