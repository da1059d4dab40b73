package example

import java.time.Instant
import java.time.OffsetDateTime
import okhttp3.OkHttpClient
import woodpecker.apis.AccountApi
import woodpecker.apis.CompaniesApi
import woodpecker.apis.MailboxesApi
import woodpecker.apis.MicrosoftMailboxesApi
import woodpecker.models.ApiKeyCreate
import woodpecker.models.CompanyCreateRequest
import woodpecker.models.MailboxFooterUpdate
import woodpecker.models.ManualConnectionRequest
import woodpecker.models.MicrosoftCredentialCreate

/** A case of errors.json: what a response to an operation is. */
data class ErrorsCase(
    override val id: String,
    val about: String,
    val operation: String,
    val answer: Answer,
    val expect: Expected,
) : Case {
    data class Expected(
        val kind: String,
        val status: Int?,
        val title: String?,
        val detail: String?,
        val code: String?,
        val timestamp: Instant?,
    )

    override fun passes() = expect == actual()

    private fun actual(): Expected =
        try {
            call(HTTP.newBuilder().addInterceptor(answer).build())
            Expected("success", null, null, null, null, null)
        } catch (failure: Failure) {
            val (title, detail, code, timestamp) = failure.error
            Expected(failure.kind.name.lowercase(), failure.status, title, detail, code, timestamp)
        }

    /** The operation as a program calls it. */
    private fun call(http: OkHttpClient): Any =
        when (operation) {
            "connectMailboxes" ->
                http.call {
                    MailboxesApi(client = it).connectMailboxesWithHttpInfo(ManualConnectionRequest(listOf()), null)
                }
            "createCompanies" ->
                http.call { CompaniesApi(client = it).createCompaniesWithHttpInfo(CompanyCreateRequest(listOf())) }
            "createCompanyApiKey" ->
                http.call { CompaniesApi(client = it).createCompanyApiKeyWithHttpInfo(880101, ApiKeyCreate("crm")) }
            "createMicrosoftCredential" -> {
                val credential = MicrosoftCredentialCreate("tenant", "client", "secret", OffsetDateTime.MAX)
                http.call { MicrosoftMailboxesApi(client = it).createMicrosoftCredentialWithHttpInfo(credential, null) }
            }
            "deleteMicrosoftCredential" ->
                http.call { MicrosoftMailboxesApi(client = it).deleteMicrosoftCredentialWithHttpInfo(9001, null) }
            "getMailbox" -> http.call { MailboxesApi(client = it).getMailboxWithHttpInfo(51001, null) }
            "getMe" -> http.call { AccountApi(client = it).getMeWithHttpInfo(null) }
            "listCompanies" -> http.call { CompaniesApi(client = it).listCompaniesWithHttpInfo(null, null) }
            "listCompanyUsers" ->
                http.call { CompaniesApi(client = it).listCompanyUsersWithHttpInfo(880101, null, null) }
            "listMailboxes" -> http.call { MailboxesApi(client = it).listMailboxesWithHttpInfo(null) }
            "updateMailboxFooter" -> {
                val none = MailboxFooterUpdate(null)
                http.call { MailboxesApi(client = it).updateMailboxFooterWithHttpInfo(51001, none, null) }
                check(answer.sentBody == """{"footer":null}""") { "the null was left out" }
            }
            else -> error("unknown operation $operation")
        }
}
