package example;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body of an error in whichever of the API's three forms; null where it says nothing. */
public record ErrorBody(String title, String detail, String code, Instant timestamp) {
  static final ErrorBody NONE = new ErrorBody(null, null, null, null);

  private static final Set<String> CODE_FORM = Set.of("code", "message", "details");

  private static final Map<String, Integer> V1_STATUSES =
      Map.of(
          "E_SESSION", 401,
          "E_NO_PERMISSION", 403,
          "E_URL_NOT_FOUND", 404,
          "E_RECORD_NOT_FOUND", 404,
          "E_TOO_MANY_REQUESTS", 429,
          "E_UNKNOWN", 500);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' UTC'][XXX][XX]")
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  static ErrorBody of(JsonNode body) {
    JsonNode v1 = body.path("status");
    if (v1.isObject()) {
      return new ErrorBody(null, text(v1.path("msg")), text(v1.path("code")), null);
    }
    if (body.has("code") && !body.has("title") && !body.has("detail")) {
      String problems =
          Stream.concat(Stream.of(body.path("message")), body.path("details").valueStream())
              .map(ErrorBody::text)
              .filter(Objects::nonNull)
              .collect(Collectors.joining("; "));
      return new ErrorBody(
          null, problems.isEmpty() ? null : problems, text(body.path("code")), null);
    }
    return new ErrorBody(
        text(body.path("title")), text(body.path("detail")), null, moment(body.path("timestamp")));
  }

  /** If a success has an error as its body: the status that it counts as. */
  static OptionalInt hiddenIn(int success, JsonNode body) {
    JsonNode status = body.path("status");
    if (status.path("status").asText().equals("ERROR")) {
      return OptionalInt.of(V1_STATUSES.getOrDefault(status.path("code").asText(), 400));
    }
    if (status.isInt() && status.asInt() >= 400 && body.has("title")) {
      return OptionalInt.of(status.asInt());
    }
    // A code form names no status. Other responses may have a code, too, among keys of their own.
    boolean codeForm =
        body.has("code")
            && body.properties().stream().allMatch(key -> CODE_FORM.contains(key.getKey()));
    return codeForm ? OptionalInt.of(success) : OptionalInt.empty();
  }

  /** In any case, since nobody promises one. */
  boolean detailIs(String known) {
    return known.equalsIgnoreCase(detail);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static Instant moment(JsonNode value) {
    try {
      return TIME.parse(value.asText(), Instant::from);
    } catch (DateTimeException noMoment) {
      return null;
    }
  }
}
