/** Runs policy.json, redirects.json and errors.json of the folder that is its argument. */
package example

import com.fasterxml.jackson.annotation.JsonProperty
import com.fasterxml.jackson.databind.MapperFeature
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.PropertyNamingStrategies
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule
import com.fasterxml.jackson.module.kotlin.jacksonMapperBuilder
import com.fasterxml.jackson.module.kotlin.readValue
import java.io.File
import kotlin.system.exitProcess
import okhttp3.Interceptor
import okhttp3.MediaType.Companion.toMediaTypeOrNull
import okhttp3.Protocol
import okhttp3.Request
import okhttp3.Response
import okhttp3.ResponseBody.Companion.toResponseBody
import okio.Buffer

/** One case of a file. */
interface Case {
    val id: String

    fun passes(): Boolean

    /** Whether the compiler refuses the case's value, so that there is nothing to run. */
    val isLeftToTypes: Boolean
        get() = false
}

data class CaseFile<T : Case>(@param:JsonProperty("\$schema") val schema: String, val about: String, val cases: List<T>)

/** A response of a server, and the server itself: an interceptor after which there is no network. */
data class Answer(val status: Int = 200, val headers: Map<String, String> = emptyMap(), val body: String = "") :
    Interceptor {
    lateinit var asked: Request
        private set

    val sentBody: String
        get() = Buffer().also { asked.body?.writeTo(it) }.readUtf8()

    override fun intercept(chain: Interceptor.Chain): Response {
        asked = chain.request()
        val response = Response.Builder().request(asked).protocol(Protocol.HTTP_1_1).code(status).message("")
        headers.forEach { (name, value) -> response.header(name, value) }
        return response.body(body.toResponseBody(headers["content-type"]?.toMediaTypeOrNull())).build()
    }
}

/** Fails at a key, reason or kind that no class here knows: it stands for a rule that would not be checked. */
private val VECTORS: ObjectMapper =
    jacksonMapperBuilder()
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .addModule(JavaTimeModule())
        .build()

fun main(arguments: Array<String>) {
    val folder = File(arguments.single())
    val passed =
        listOf(
            passes<PolicyCase>(folder, "policy"),
            passes<RedirectsCase>(folder, "redirects"),
            passes<ErrorsCase>(folder, "errors"),
        )
    exitProcess(if (passed.all { it }) 0 else 1)
}

private inline fun <reified T : Case> passes(folder: File, name: String): Boolean {
    val cases = VECTORS.readValue<CaseFile<T>>(folder.resolve("$name.json")).cases
    val failed = cases.filterNot { it.isLeftToTypes || it.passes() }
    val typed = cases.count { it.isLeftToTypes }
    val note = if (typed == 0) "" else " ($typed by the type: no Long or String holds the value)"
    println("$name: ${cases.size - failed.size} of ${cases.size}$note")
    failed.forEach { println("$name: failed: ${it.id}") }
    return cases.isNotEmpty() && failed.isEmpty()
}
