package interop;

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

/** A case of errors.json: what an answer to an operation is. */
record ErrorsCase(String id, String about, String operation, Answer answer, Expected expect)
    implements Vectors.Case {
  record Answer(int status, Map<String, String> headers, String body) {}

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
    Outcome came = Outcome.of(answer.status(), headers, answer.body(), asked());
    ErrorBody said = came.said();
    Integer status = came.kind() == Outcome.Kind.SUCCESS ? null : came.status();
    return expect.equals(
        new Expected(
            came.kind(), status, said.title(), said.detail(), said.code(), said.timestamp()));
  }

  /** What the generated client reads from an answer to the operation. */
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
        .map(answer -> answer.getActualTypeArguments()[0])
        .findFirst()
        .orElseThrow();
  }
}
