package example;

import example.HeaderPolicy.Context;
import example.HeaderPolicy.KeyKind;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import woodpecker.ApiClient;
import woodpecker.ApiException;
import woodpecker.api.CompaniesApi;
import woodpecker.api.MailboxesApi;
import woodpecker.model.Company;
import woodpecker.model.CompanyPage;
import woodpecker.model.Mailbox;
import woodpecker.model.PaginationData;

/** Counts the sending mailboxes of an agency's clients, one request at a time. */
public final class Agency {
  /** One for all: each client of the JDK has a thread of its own. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          // As it is by default. The JDK would take the key along to any other host.
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Agency() {}

  public static void main(String[] arguments) throws ApiException {
    int active = 0;
    int switchedOff = 0;
    long sending = 0;
    for (Company company : companies()) {
      try {
        sending += mailboxes(company).stream().filter(one -> one.getType().equals("SMTP")).count();
        active++;
      } catch (ApiException failure) {
        if (!isSwitchedOff(failure)) throw failure;
        switchedOff++;
      }
    }
    System.out.printf(
        "%d active companies, %d switched off, %d mailboxes%n", active, switchedOff, sending);
  }

  /** All pages as x-pagination describes them: from 1, and each total goes by one of two names. */
  private static List<Company> companies() throws ApiException {
    CompaniesApi api = new CompaniesApi(client(new Context.Unspecified()));
    List<Company> all = new ArrayList<>();
    Walk walk = new Walk();
    for (int number = 1; ; number++) {
      CompanyPage page = api.listCompanies(null, number);
      all.addAll(page.getContent());
      PaginationData totals =
          Objects.requireNonNullElseGet(page.getPaginationData(), PaginationData::new);
      if (walk.take(
          page.getContent().stream().map(Company::getId),
          Stream.of(totals.getTotalElements(), totals.getTotalCount()),
          Stream.of(totals.getTotalPages(), totals.getPagesCount()))) return all;
    }
  }

  private static List<Mailbox> mailboxes(Company company) throws ApiException {
    MailboxesApi api = new MailboxesApi(client(new Context.Company(company.getId())));
    // Null as x-company-id, which the policy sets; null as the result of a 204, nothing found.
    return Objects.requireNonNullElse(api.listMailboxes(null), List.of());
  }

  private static boolean isSwitchedOff(ApiException failure) {
    if (failure.getResponseHeaders() == null) return false; // No response came.
    Outcome outcome =
        Outcome.of(
            failure.getCode(), failure.getResponseHeaders(), failure.getResponseBody(), List.class);
    return outcome.kind() == Outcome.Kind.COMPANY_INACTIVE;
  }

  private static ApiClient client(Context context) {
    ApiClient client =
        new ApiClient() {
          @Override
          public HttpClient getHttpClient() {
            return HTTP;
          }
        };
    String key = System.getenv("WOODPECKER_API_KEY");
    String base =
        Objects.requireNonNullElse(System.getenv("WOODPECKER_BASE_URL"), client.getBaseUri());
    client.updateBaseUri(base);
    client.setObjectMapper(StrictJson.mapper());
    client.setReadTimeout(Duration.ofSeconds(30));
    client.setRequestInterceptor(new HeaderPolicy(KeyKind.HQ, key, context, base));
    return client;
  }
}
