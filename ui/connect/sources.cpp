// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/sources.h"

#include "ui/connect/profilesdialog.h"
#include "ui/models/history.h"
#include "ui/text/texts.h"

#include <QWidget>

namespace cbpm {

Sources::Sources(QThreadPool &pool, SourceOptions base, TileStorePtr tiles, QWidget *window)
    : QObject{window}, m_pool{pool}, m_base{std::move(base)}, m_tiles{std::move(tiles)}, m_window{window}
{
}

std::optional<SourceOptions> Sources::resolve(const QString &text)
{
    m_tried = text.trimmed();
    const auto options = resolveSource(text, m_base, m_profiles);
    if (options)
        return *options;
    explain(options.error());
    return std::nullopt;
}

void Sources::open(const QString &text)
{
    if (const auto options = resolve(text))
        emit chosen(text, *options);
}

void Sources::test(const QString &text)
{
    auto options = resolve(text);
    if (!options)
        return;
    options->turn = trialOptions({}).turn;
    emit said(tr("Testing"), false, Fix::None);
    // A history of its own, so that what is on screen stays.
    auto *const probe = new History{m_pool, m_tiles, this};
    connect(probe, &History::opened, this, [this, probe] {
        const SourceInfo &info = probe->info();
        const QString reached =
            info.extent ? tr("Reached: %1, %2, data %3").arg(info.name, info.server, text::range(*info.extent, m_zone))
                        : tr("Reached: %1, %2, no data").arg(info.name, info.server);
        emit said(reached, false, Fix::None);
        probe->deleteLater();
    });
    connect(probe, &History::openFailed, this, [this, probe](const Error &error) {
        explain(error);
        probe->deleteLater();
    });
    probe->open(*options);
}

void Sources::useProfiles(const ProfileStore &profiles)
{
    m_profiles = profiles;
    emit profilesChanged(m_profiles.names());
}

void Sources::showProgress(double share)
{
    emit said(tr("Preparing: %1 %").arg(share * 100.0, 0, 'f', 0), false, Fix::None);
}

void Sources::explain(const Error &error)
{
    emit said(text::error(error), true, fixOf(error, m_tried));
}

void Sources::mend(Fix fix)
{
    if (fix == Fix::Retry)
        open(m_tried);
    else if (fix == Fix::Profiles)
        showProfiles();
    else if (fix == Fix::Server || fix == Fix::Table)
        showConnect(m_tried, fix == Fix::Table ? ConnectDialog::Table : ConnectDialog::Server);
}

void Sources::showProfiles()
{
    if (!m_dialog) {
        m_dialog = new ProfilesDialog{m_pool, m_profiles, m_base, m_window};
        connect(m_dialog, &ProfilesDialog::openWanted, this, &Sources::open);
        connect(m_dialog, &ProfilesDialog::serverWanted, this, [this](const QString &text) { showConnect(text); });
        connect(m_dialog, &ProfilesDialog::changed, this, [this] { emit profilesChanged(m_profiles.names()); });
    }
    m_dialog->reload();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Sources::showConnect(const QString &text, ConnectDialog::Step step)
{
    if (!m_connect) {
        m_connect = new ConnectDialog{m_pool, m_profiles, m_base, m_window};
        connect(m_connect, &ConnectDialog::kept, this, [this](const QString &name) {
            emit profilesChanged(m_profiles.names());
            open(profilePrefix + name);
        });
    }
    // What is refused is not filled in again: it may hold a password.
    const QString source = readSource(text) ? text : QString{};
    const QString name = text.startsWith(profilePrefix) ? text.mid(profilePrefix.size()) : QString{};
    const auto profile = m_profiles.read(name);
    m_connect->begin(profile ? *profile : profileOf(name.isEmpty() ? source : QString{}, m_base), name, step);
}

} // namespace cbpm
