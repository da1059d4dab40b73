package example;

import example.Refused.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sets x-api-key and x-company-id on a request, or refuses it before anything is sent. */
public final class HeaderPolicy implements Consumer<HttpRequest.Builder> {
  public enum KeyKind {
    HQ,
    CLIENT
  }

  /** Whom requests act for. On account routes an HQ key needs one. */
  public sealed interface Context {
    record Unspecified() implements Context {}

    record OwnAccount() implements Context {}

    record Company(long id) implements Context {}
  }

  // Not java.net.URI, which throws at a backslash; a server may read one as a slash.
  private static final Pattern URL =
      Pattern.compile("(?is)(https?)://(\\[[\\da-f:.]+]|[\\w.-]+)(:\\d+)?(/[^?#]*|)([?#].*)?");
  private static final String SECURE = "https:.*|http://(localhost|127\\.[\\d.]+|\\[(0:){7}1]):.*";
  private static final String PLAIN_START = "(?s)(/[a-z0-9_-]*(/[a-z0-9_-]*(/.*)?)?)?";
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i)[\\\\;]|//|/\\.\\.?(/|$)|%([01].|2[5d-f]|3[\\db]|[46][1-9a-f]|5[\\dacf]|7[\\daef])");

  private final boolean client;
  private final String key;
  private final Context context;
  private final String base;

  public HeaderPolicy(KeyKind kind, String key, Context context, String baseUrl) {
    this.client = kind == KeyKind.CLIENT;
    this.key = key;
    this.context = context;
    this.base = address(baseUrl).replaceFirst("/$", "");
    Refused.when(key == null || !key.matches("[!-~]{1,512}"), Reason.INVALID_KEY);
    Refused.when(context instanceof Context.Company c && c.id() < 1, Reason.INVALID_COMPANY_ID);
    Refused.when(base.isEmpty() || !baseUrl.matches("[^?#]+"), Reason.INVALID_BASE_URL);
    Refused.when(AMBIGUOUS.matcher(base).find("https://".length()), Reason.INVALID_BASE_URL);
    Refused.when(!base.matches(SECURE), Reason.INSECURE_BASE_URL);
  }

  /** Of the two headers, exactly these go with a request to {@code url}. */
  public Map<String, String> headers(String url, boolean hasBody) {
    String address = address(url);
    if (!(address + "/").startsWith(base + "/")) {
      Refused.when(hasBody, Reason.BODY_TO_OTHER_ORIGIN);
      return Map.of();
    }
    String route = address.substring(base.length());
    Refused.when(AMBIGUOUS.matcher(route).find(), Reason.AMBIGUOUS_PATH);
    Refused.when(!route.matches(PLAIN_START), Reason.AMBIGUOUS_PATH);
    boolean agency = (route + "/").startsWith("/v2/agency/");
    boolean unspecified = context instanceof Context.Unspecified;
    Refused.when(agency && client, Reason.AGENCY_ROUTE_WITH_CLIENT_KEY);
    Refused.when(agency && !unspecified, Reason.AGENCY_ROUTE_WITH_COMPANY);
    Refused.when(!agency && !client && unspecified, Reason.ACCOUNT_ROUTE_WITHOUT_CONTEXT);
    if (!(context instanceof Context.Company company)) return Map.of("x-api-key", key);
    Refused.when(client, Reason.COMPANY_WITH_CLIENT_KEY);
    return Map.of("x-api-key", key, "x-company-id", Long.toString(company.id()));
  }

  @Override
  public void accept(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    boolean hasBody = request.bodyPublisher().filter(body -> body.contentLength() != 0).isPresent();
    if (Stream.of("x-api-key", "x-company-id").anyMatch(request.headers().map()::containsKey)) {
      throw new IllegalArgumentException("pass null as xCompanyId: a builder cannot drop a header");
    }
    headers(request.uri().toString(), hasBody).forEach(builder::setHeader);
  }

  /** Scheme, host and port in one spelling, and the path; empty for what cannot be a base URL. */
  private static String address(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) return "";
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    String port = parts.group(3) != null ? parts.group(3) : scheme.equals("http") ? ":80" : ":443";
    try {
      if (host.startsWith("[")) host = "[" + InetAddress.getByName(host).getHostAddress() + "]";
      return scheme + "://" + host + port + parts.group(4);
    } catch (UnknownHostException noAddress) {
      return "";
    }
  }
}
