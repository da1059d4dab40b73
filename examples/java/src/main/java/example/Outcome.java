package example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/** What a response is: a success or one kind of error, the HTTP status, and the error's body. */
public record Outcome(Kind kind, int status, ErrorBody error) {
  /** spec/conformance/README.md says what each of them is. */
  public enum Kind {
    SUCCESS,
    BAD_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    COMPANY_NOT_FOUND,
    CONFLICT,
    COMPANY_INACTIVE,
    RATE_LIMITED,
    SERVER_ERROR,
    UNEXPECTED_RESPONSE,
    API_ERROR
  }

  private static final ObjectMapper JSON = StrictJson.mapper();

  /** Reads a response that should hold {@code asked}; Void stands for no body. */
  public static Outcome of(int status, HttpHeaders headers, String body, Type asked) {
    JsonNode json = parse(headers, body);
    OptionalInt counts =
        switch (status / 100) {
          case 2 -> ErrorBody.hiddenIn(status, json);
          case 3 -> OptionalInt.empty();
          default -> OptionalInt.of(status);
        };
    if (counts.isPresent()) {
      ErrorBody error = ErrorBody.of(json);
      return new Outcome(kind(counts.getAsInt(), error), status, error);
    }
    boolean good = status / 100 == 2 && holds(status, json, JSON.constructType(asked));
    return new Outcome(good ? Kind.SUCCESS : Kind.UNEXPECTED_RESPONSE, status, ErrorBody.NONE);
  }

  private static Kind kind(int status, ErrorBody error) {
    return switch (status) {
      case 400 -> Kind.BAD_REQUEST;
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> error.detailIs("Company not found") ? Kind.COMPANY_NOT_FOUND : Kind.NOT_FOUND;
      case 409 -> {
        if ("E_TOO_MANY_REQUESTS".equals(error.code())) yield Kind.RATE_LIMITED;
        yield error.detailIs("Company is inactive") ? Kind.COMPANY_INACTIVE : Kind.CONFLICT;
      }
      case 429 -> Kind.RATE_LIMITED;
      default -> status >= 500 ? Kind.SERVER_ERROR : Kind.API_ERROR;
    };
  }

  private static boolean holds(int status, JsonNode json, JavaType asked) {
    if (asked.hasRawClass(Void.class)) return true;
    // A list can be empty, an object cannot.
    if (json.isMissingNode()) return status == 204 && asked.isCollectionLikeType();
    try {
      return JSON.treeToValue(json, asked) != null;
    } catch (JsonProcessingException otherShape) {
      return false;
    }
  }

  private static JsonNode parse(HttpHeaders headers, String body) {
    String type = headers.firstValue("content-type").orElse("json").toLowerCase(Locale.ROOT);
    if (body.isEmpty() || !type.contains("json")) return MissingNode.getInstance();
    try {
      // As bytes, since only then a byte order mark is skipped.
      return JSON.readTree(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }
}
