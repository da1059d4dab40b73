package example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs policy.json, redirects.json and errors.json of the folder that is its argument. */
public final class Vectors {
  /** One case of a file. */
  interface Case {
    String id();

    boolean passes();

    /** Whether the compiler refuses the case's value, so that there is nothing to run. */
    default boolean isLeftToTypes() {
      return false;
    }
  }

  private record CaseFile<T>(@JsonProperty("$schema") String schema, String about, List<T> cases) {}

  // Fails at a key, reason or kind that no record or enum here knows: it stands for a rule that
  // would not be checked.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new JavaTimeModule())
          .build();

  private Vectors() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    boolean passed =
        passes(folder, "policy", RequestCases.Policy.class)
            & passes(folder, "redirects", RequestCases.Redirects.class)
            & passes(folder, "errors", ErrorsCase.class);
    System.exit(passed ? 0 : 1);
  }

  private static boolean passes(Path folder, String name, Class<? extends Case> form)
      throws IOException {
    JavaType type = JSON.getTypeFactory().constructParametricType(CaseFile.class, form);
    CaseFile<Case> file = JSON.readValue(folder.resolve(name + ".json").toFile(), type);
    List<Case> failed = file.cases().stream().filter(each -> !each.passes()).toList();
    long typed = file.cases().stream().filter(Case::isLeftToTypes).count();
    int all = file.cases().size();
    System.out.printf("%s: %d of %d", name, all - failed.size(), all);
    System.out.println(typed == 0 ? "" : " (" + typed + " by the type: no long holds the value)");
    failed.forEach(each -> System.out.printf("%s: failed: %s%n", name, each.id()));
    return failed.isEmpty();
  }
}
