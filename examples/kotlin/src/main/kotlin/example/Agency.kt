/** Counts the sending mailboxes of an agency's clients, one request at a time. */
package example

import example.Failure.Kind
import okhttp3.OkHttpClient
import woodpecker.apis.CompaniesApi
import woodpecker.apis.MailboxesApi
import woodpecker.models.Company
import woodpecker.models.Mailbox

private val KEY = System.getenv("WOODPECKER_API_KEY") ?: ""
private val BASE = System.getenv("WOODPECKER_BASE_URL") ?: CompaniesApi.defaultBasePath

fun main() {
    val mailboxes = companies().map(::mailboxes)
    val active = mailboxes.filterNotNull()
    val sending = active.flatten().count { it.type == "SMTP" }
    println("${active.size} active companies, ${mailboxes.size - active.size} switched off, $sending mailboxes")
}

/** All pages as x-pagination describes them: from 1, and each total goes by one of two names. */
private fun companies(): List<Company> {
    val agency = acting(Context.Unspecified)
    val walk = Walk()
    return buildList {
        for (number in generateSequence(1) { it + 1 }) {
            val page = agency.call { CompaniesApi(BASE, it).listCompaniesWithHttpInfo(null, number) }
            addAll(page.content)
            val totals = page.paginationData
            val last =
                walk.take(
                    page.content.map(Company::id),
                    listOf(totals?.totalElements, totals?.totalCount),
                    listOf(totals?.totalPages, totals?.pagesCount),
                )
            if (last) break
        }
    }
}

/** Null for a company that is switched off. */
private fun mailboxes(company: Company): List<Mailbox>? =
    try {
        // Null as x-company-id, which the policy sets.
        acting(Context.Company(company.id)).call { MailboxesApi(BASE, it).listMailboxesWithHttpInfo(null) }
    } catch (failure: Failure) {
        if (failure.kind == Kind.COMPANY_INACTIVE) null else throw failure
    }

private fun acting(context: Context): OkHttpClient =
    HTTP.newBuilder().addInterceptor(HeaderPolicy(KeyKind.HQ, KEY, context, BASE)).build()
