// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/backoff.h"
#include "core/query/opensource.h"
#include "core/sharing/exchange.h"
#include "ui/models/latestjob.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QLabel;

namespace cbpm {

class ReferenceStore;
class ViewState;

/// Where references, vetoes and annotations are kept: in the user's own files, or, while a server is shown whose
/// profile says so, in a folder that follows the journal of its site. Every 10 s, and at once after a change, what is
/// new goes both ways. What the server does not have yet waits in the folder. GUI thread.
class SiteShare : public QObject
{
    Q_OBJECT

public:
    /// `pool` outlives this.
    SiteShare(QThreadPool &pool, ReferenceStore &references, ViewState &view, QObject *parent = nullptr);

    /// The data folder of the user.
    void useFolder(const QString &folder);
    /// A source was opened.
    void use(const SourceOptions &options);
    /// The next round, now.
    void hurry();

    /// A few words for the status line, "shared" or "2 not yet shared"; empty: nothing is.
    QString words() const;
    /// A sentence: where it is shared, or why not.
    QString sentence() const;
    bool isDisturbed() const;

    /// Follows sentence(); hidden where nothing is shared.
    QLabel *createLabel(QWidget *parent);

signals:
    void changed();
    void said(const QString &text, bool failed);

private:
    enum class State {
        Off,     ///< nobody asked for it
        Looking, ///< asked for, and not found yet
        Missing, ///< the server has no place for it
        Shared,
    };

    void useOwn();
    void useShared(const QString &folder);
    void setGates(const DecisionGate &gate);
    void start();
    void onDone(const Result<ExchangeReport> &done);
    void tell(const ExchangeReport &report);
    QString sentence(const Overtaken &one) const;
    void waitAfter(const Error &error);
    Result<void> keep(const Decision &decision, const std::function<Result<void>()> &make);

    ReferenceStore &m_references;
    ViewState &m_view;
    QString m_folder;
    State m_state = State::Off;
    ExchangeOrder m_order;
    ExchangeReport m_report; ///< of the last round that went well
    QString m_failure;       ///< of the last round; empty: it went well
    QStringList m_told;      ///< problems that were
    bool m_again = false;    ///< something changed while a round was under way
    Backoff m_backoff;
    QTimer m_next;
    LatestJob<Result<ExchangeReport>> m_job;
};

} // namespace cbpm
