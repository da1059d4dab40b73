# frozen_string_literal: true

# Loads all of the generated client, and makes a call that succeeds and one that fails.
$LOAD_PATH.unshift(File.join(__dir__, 'client', 'lib'))
require 'uri'
require 'woodpecker'

Woodpecker.constants.each { |name| Woodpecker.const_get(name) }
address = URI(ENV.fetch('WOODPECKER_BASE_URL'))
Woodpecker.configure do |config|
  config.scheme = address.scheme
  config.host = "#{address.host}:#{address.port}"
  config.base_path = address.path
  config.api_key['x-api-key'] = ENV.fetch('WOODPECKER_API_KEY')
end
puts "#{Woodpecker::CompaniesApi.new.list_companies.content.length} companies"
begin
  Woodpecker::AccountApi.new.get_me(x_company_id: Integer(ENV.fetch('WOODPECKER_INACTIVE')))
rescue Woodpecker::ApiError => e
  error = Woodpecker::MeError.build_from_hash(JSON.parse(e.response_body))
  puts "#{e.code}: #{error.detail}"
end
