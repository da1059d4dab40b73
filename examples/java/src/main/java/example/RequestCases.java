package example;

import com.fasterxml.jackson.databind.JsonNode;
import example.HeaderPolicy.Context;
import example.HeaderPolicy.KeyKind;
import example.Refused.Reason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The cases of policy.json and redirects.json: what may be sent, and with which headers. */
final class RequestCases {
  record Policy(
      String id,
      String about,
      Key key,
      Actor context,
      String baseUrl,
      Request request,
      boolean typed,
      Expected expect)
      implements Vectors.Case {
    @Override
    public boolean isLeftToTypes() {
      return typed && expect.refused() == Reason.INVALID_COMPANY_ID && !context.isLong();
    }

    @Override
    public boolean passes() {
      return isLeftToTypes()
          || expect.holds(
              () -> headers(policy(key, context, baseUrl), request.method(), url(), false));
    }

    private String url() {
      return orProduction(baseUrl).replaceFirst("/$", "") + request.path();
    }
  }

  record Redirects(String id, String about, Key key, Actor context, String baseUrl, List<Hop> hops)
      implements Vectors.Case {
    @Override
    public boolean passes() {
      URI at = URI.create(orProduction(baseUrl));
      boolean passed = true;
      for (Hop hop : hops) {
        at = at.resolve(hop.url());
        String url = at.toString();
        passed &=
            hop.expect()
                .holds(() -> headers(policy(key, context, baseUrl), hop.method(), url, hop.body()));
      }
      return passed;
    }
  }

  record Request(String method, String path) {}

  record Hop(int redirectStatus, String url, String method, boolean body, Expected expect) {}

  record Key(KeyKind kind, String value) {}

  record Actor(boolean ownAccount, JsonNode company, String companyText) {
    boolean isLong() {
      return company.isIntegralNumber() && company.canConvertToLong();
    }

    Context context() {
      if (!ownAccount && !isLong()) throw new IllegalStateException(company + " is no long");
      return ownAccount ? new Context.OwnAccount() : new Context.Company(company.longValue());
    }
  }

  record Expected(Map<String, String> headers, Reason refused, Reason orRefused) {
    boolean holds(Supplier<Map<String, String>> request) {
      try {
        return request.get().equals(headers);
      } catch (Refused refusal) {
        return refusal.reason() == refused || refusal.reason() == orRefused;
      }
    }
  }

  private RequestCases() {}

  private static HeaderPolicy policy(Key key, Actor actor, String baseUrl) {
    Context context = actor == null ? new Context.Unspecified() : actor.context();
    return new HeaderPolicy(key.kind(), key.value(), context, orProduction(baseUrl));
  }

  private static String orProduction(String baseUrl) {
    return Objects.requireNonNullElse(baseUrl, "https://api.woodpecker.co/rest");
  }

  /** The headers of a request that went through the policy as the generated client sends it. */
  private static Map<String, String> headers(
      HeaderPolicy policy, String method, String url, boolean hasBody) {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(URI.create(url));
    } catch (IllegalArgumentException notSent) {
      // The JDK takes no such URL. The policy has to know better than to rely on that.
      return policy.headers(url, hasBody);
    }
    request.method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    policy.accept(request);
    return request.build().headers().map().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
  }
}
