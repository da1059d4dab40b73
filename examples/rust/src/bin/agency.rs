//! Counts the mailboxes of all companies, one request at a time.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use woodpecker::apis::companies_api::list_companies;
use woodpecker::apis::configuration::Configuration;
use woodpecker::apis::mailboxes_api::list_mailboxes;
use woodpecker_example::calls::{Problem, call, client_builder, transport};
use woodpecker_example::paging::Walk;
use woodpecker_example::policy::{Account, HeaderPolicy, KeyKind};
use woodpecker_example::response::{Failure, Kind};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if let Err(failure) = count_mailboxes().await {
        eprintln!("{failure}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn count_mailboxes() -> Result<(), Box<dyn Error>> {
    let (key, base_path) = (env::var("WOODPECKER_API_KEY")?, env::var("WOODPECKER_BASE_URL")?);
    let transport = transport()?;
    let acting_for = |context| {
        let policy = HeaderPolicy::new(KeyKind::Hq, &key, context, &base_path)?;
        let client = client_builder(&transport, policy).build();
        Ok::<_, Box<dyn Error>>(Configuration { base_path: base_path.clone(), client, ..Configuration::default() })
    };

    let agency = acting_for(None)?;
    let mut companies = Vec::new();
    let mut walk = Walk::default();
    for number in 1.. {
        let page = call(list_companies(&agency, None, Some(number))).await?;
        let totals = page.pagination_data.unwrap_or_default();
        let ids = page.content.iter().map(|company| company.id).collect();
        let items = [totals.total_elements, totals.total_count];
        let last = walk.take(ids, items, [totals.total_pages, totals.pages_count])?;
        companies.extend(page.content);
        if last {
            break;
        }
    }

    let (mut active, mut inactive, mut mailboxes) = (0, 0, 0);
    for company in companies {
        let account = acting_for(Some(Account::Company(company.id)))?;
        match call(list_mailboxes(&account, None)).await {
            Ok(found) => {
                active += 1;
                mailboxes += found.iter().filter(|mailbox| mailbox.r#type == "SMTP").count();
            }
            Err(Problem::Failed(Failure { kind: Kind::CompanyInactive, .. })) => inactive += 1,
            Err(problem) => return Err(problem.into()),
        }
    }
    println!("{active} active companies, {inactive} switched off, {mailboxes} mailboxes");
    Ok(())
}
