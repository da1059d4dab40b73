package example;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import woodpecker.ApiClient;

/** The generated client's JSON, but a missing key is an error, where Jackson leaves a null. */
final class StrictJson {
  private StrictJson() {}

  static ObjectMapper mapper() {
    return ApiClient.createDefaultObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .registerModule(new SimpleModule().setDeserializerModifier(new RequireKeys()));
  }

  private static final class RequireKeys extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription model, JsonDeserializer<?> reader) {
      List<String> required =
          model.findProperties().stream()
              .filter(BeanPropertyDefinition::isRequired)
              .map(BeanPropertyDefinition::getName)
              .toList();
      return required.isEmpty() ? reader : new Requiring(reader, required);
    }
  }

  private static final class Requiring extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final List<String> required;

    Requiring(JsonDeserializer<?> reader, List<String> required) {
      super(reader);
      this.required = required;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
      return new Requiring(reader, required);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode value = context.readTree(parser);
      for (String key : required) {
        if (!value.has(key)) {
          context.reportInputMismatch(handledType(), "the key %s is missing", key);
        }
      }
      try (JsonParser again = value.traverse(parser.getCodec())) {
        again.nextToken();
        return super.deserialize(again, context);
      }
    }
  }
}
