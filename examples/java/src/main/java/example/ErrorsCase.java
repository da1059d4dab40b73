package example;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import woodpecker.api.AccountApi;
import woodpecker.api.BlacklistApi;
import woodpecker.api.CompaniesApi;
import woodpecker.api.DeliverabilityApi;
import woodpecker.api.MailboxesApi;
import woodpecker.api.MicrosoftMailboxesApi;

/** A case of errors.json: what a response to an operation is. */
record ErrorsCase(String id, String about, String operation, Response answer, Expected expect)
    implements Vectors.Case {
  record Response(int status, Map<String, String> headers, String body) {}

  record Expected(
      Outcome.Kind kind,
      Integer status,
      String title,
      String detail,
      String code,
      Instant timestamp) {}

  @Override
  public boolean passes() {
    HttpHeaders headers =
        HttpHeaders.of(
            answer.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
            (name, value) -> true);
    Outcome actual = Outcome.of(answer.status(), headers, answer.body(), asked());
    ErrorBody error = actual.error();
    Integer status = actual.kind() == Outcome.Kind.SUCCESS ? null : actual.status();
    return expect.equals(
        new Expected(
            actual.kind(), status, error.title(), error.detail(), error.code(), error.timestamp()));
  }

  /** What the generated client reads from a response to the operation. */
  private Type asked() {
    return Stream.of(
            AccountApi.class,
            BlacklistApi.class,
            CompaniesApi.class,
            DeliverabilityApi.class,
            MailboxesApi.class,
            MicrosoftMailboxesApi.class)
        .flatMap(api -> Stream.of(api.getMethods()))
        .filter(method -> method.getName().equals(operation + "WithHttpInfo"))
        .map(method -> (ParameterizedType) method.getGenericReturnType())
        .map(result -> result.getActualTypeArguments()[0])
        .findFirst()
        .orElseThrow();
  }
}
