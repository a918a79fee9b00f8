# Renders templates with the real Jekyll: reads a JSON array of { template, context } from standard input and writes an
# array of { output } or { error } to standard output. Values that JSON lacks come as { "$float": n }, { "$date": text },
# { "$time": text }, { "$hash": [[key, value], ...] }, { "$range": [first, last] }.
require "json"
require "jekyll"
require "tmpdir"

Jekyll.logger.log_level = :error

def value(data)
  case data
  when Array then data.map { |item| value(item) }
  when Hash
    return data["$float"].to_f if data.key?("$float")
    return Date.parse(data["$date"]) if data.key?("$date")
    return Time.parse(data["$time"]) if data.key?("$time")
    return data["$hash"].to_h { |key, item| [value(key), value(item)] } if data.key?("$hash")
    return Range.new(*data["$range"]) if data.key?("$range")

    data.transform_values { |item| value(item) }
  else data
  end
end

request = JSON.parse($stdin.read)
ENV["TZ"] = request["timezone"] || "UTC"

Dir.mktmpdir do |dir|
  includes = File.join(dir, "_includes")
  request.fetch("includes", {}).each do |name, text|
    FileUtils.mkdir_p(File.dirname(File.join(includes, name)))
    File.write(File.join(includes, name), text)
  end
  config = Jekyll.configuration({ "source" => dir, "quiet" => true, "disable_disk_cache" => true,
                                  "url" => "https://example.com", "baseurl" => "/base" }.merge(request["config"] || {}))
  site = Jekyll::Site.new(config)
  results = request["cases"].map do |item|
    begin
      template = Liquid::Template.parse(item["template"], :line_numbers => true)
      registers = { :site => site, :page => { "path" => "page.md" } }
      context = value(item["context"] || {})
      output = template.render!(context, :registers => registers,
                                         :strict_filters => item["strict_filters"],
                                         :strict_variables => item["strict_variables"])
      # what passes through Jekyll is UTF-8
      { "output" => output.dup.force_encoding("UTF-8").scrub }
    rescue StandardError, SystemStackError => e
      { "error" => "#{e.class}: #{e.message}" }
    end
  end
  puts JSON.generate(results)
end
