// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/fixbutton.h"

#include "core/profiles/profilestore.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Whether the source is a server's, or was meant to be.
bool isServer(const QString &text)
{
    const auto address = parseSourceAddress(text);
    return address && address->kind == SourceAddress::Kind::Postgres;
}

/// `names`: where table and columns are chosen; `writing`: where the source is written.
Fix fixOf(Error::Kind kind, Fix names, Fix writing)
{
    switch (kind) {
    case Error::Kind::Connection:
    case Error::Kind::Timeout:
    case Error::Kind::Query:
        return Fix::Retry;
    case Error::Kind::Authentication:
        return Fix::Server;
    case Error::Kind::NotFound:
    case Error::Kind::Permission:
    case Error::Kind::BadData:
        return names;
    case Error::Kind::Storage: // of a source: a file that the profile names
        return names == Fix::Profiles ? names : Fix::None;
    case Error::Kind::Usage:
        return writing;
    case Error::Kind::Cancelled:
    case Error::Kind::NewerFormat:
        break;
    }
    return Fix::None;
}

} // namespace

Fix fixOf(const Error &error, const QString &text)
{
    if (text.startsWith(profilePrefix))
        return fixOf(error.kind, Fix::Profiles, Fix::Profiles);
    return isServer(text) ? fixOf(error.kind, Fix::Table, Fix::Server) : fixOf(error.kind, Fix::None, Fix::None);
}

Fix fixOf(const Error &error, const SourceInfo &source)
{
    const bool isFile = source.path == "archive"_L1;
    return fixOf(error.kind, isFile ? Fix::None : Fix::Table, Fix::None);
}

FixButton::FixButton(const QString &name, QWidget *parent) : QPushButton{parent}
{
    setObjectName(name);
    connect(this, &QPushButton::clicked, this, [this] { emit wanted(m_fix); });
    offer(Fix::None);
}

void FixButton::offer(Fix fix)
{
    m_fix = fix;
    switch (fix) {
    case Fix::Retry:
        setText(tr("Try again"));
        break;
    case Fix::Server:
        setText(tr("Server…"));
        break;
    case Fix::Table:
        setText(tr("Table and columns…"));
        break;
    case Fix::Profiles:
        setText(tr("Profiles…"));
        break;
    case Fix::Detectors:
        setText(tr("Detectors…"));
        break;
    case Fix::None:
        break;
    }
    setVisible(fix != Fix::None);
}

} // namespace cbpm
