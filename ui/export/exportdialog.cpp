// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

template<class T>
T chosen(const QComboBox &box)
{
    return static_cast<T>(box.currentData().toInt());
}

template<class T>
QVariant code(T value)
{
    return static_cast<int>(value);
}

QString endOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return u".csv"_s;
    case ExportFormat::Hdf5:
        return u".h5"_s;
    case ExportFormat::Matlab:
        return u".mat"_s;
    case ExportFormat::Archive:
        break;
    }
    return u".cbpm3"_s;
}

QString bytesText(double bytes)
{
    return QLocale{}.formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

Error usage(const QString &what, const QString &hint = {})
{
    return Error{Error::Kind::Usage, what, hint};
}

} // namespace

ExportDialog::ExportDialog(const ExportDesk &desk) : QDialog{desk.window}, m_desk{desk}, m_job{desk.pool}
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    createChoices();
    resize(640, sizeHint().height());
    connect(&m_job, &ExportJob::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(1000 * share)); });
    connect(&m_job, &ExportJob::finished, this, &ExportDialog::onFinished);
    for (QComboBox *const box : findChildren<QComboBox *>())
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::understand);
    for (QLineEdit *const line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, &ExportDialog::understand);
    understand();
}

QComboBox *ExportDialog::addChoice(QFormLayout &form, const QString &label, const QString &name,
                                   const std::vector<std::pair<QString, QVariant>> &choices)
{
    auto *const box = new QComboBox{this};
    box->setObjectName(name);
    box->setAccessibleName(QString{label}.remove(u'&'));
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    form.addRow(label, box);
    return box;
}

void ExportDialog::createChoices()
{
    auto *const form = new QFormLayout{this};
    m_format = addChoice(*form, tr("&Format"), u"exportFormat"_s,
                         {{tr("CSV, with a JSON beside it that tells the origin"), code(ExportFormat::Csv)},
                          {tr("HDF5"), code(ExportFormat::Hdf5)},
                          {tr("MAT 7.3, for MATLAB"), code(ExportFormat::Matlab)},
                          {tr("Archive of samples"), code(ExportFormat::Archive)}});
    m_content = addChoice(*form, tr("&Content"), u"exportContent"_s,
                          {{tr("Bins as plotted"), code(Content::AsPlotted)},
                           {tr("Bins at an interval"), code(Content::AtInterval)},
                           {tr("Raw: every sample"), code(Content::Samples)}});
    std::vector<std::pair<QString, QVariant>> intervals;
    for (const Duration width :
         {Duration{100ms}, Duration{1s}, Duration{10s}, Duration{1min}, Duration{10min}, Duration{1h}})
        intervals.emplace_back(text::interval(*Interval::of(width)), static_cast<qlonglong>(width.count()));
    m_interval = addChoice(*form, tr("&Interval"), u"exportInterval"_s, intervals);
    m_interval->setCurrentIndex(1);
    m_detectors = addChoice(*form, tr("&Detectors"), u"exportDetectors"_s,
                            {{tr("The selected ones"), code(Detectors::Selected)},
                             {tr("All"), code(Detectors::All)},
                             {tr("Those of a list"), code(Detectors::Listed)}});
    m_list = new QLineEdit{this};
    m_list->setObjectName(u"exportList"_s);
    m_list->setPlaceholderText(tr("such as: 12W, 13W"));
    m_list->setAccessibleName(tr("List of detectors"));
    form->addRow(tr("&List"), m_list);
    m_range = addChoice(*form, tr("&Range"), u"exportRange"_s,
                        {{tr("What is in view"), code(Range::InView)},
                         {tr("What is loaded"), code(Range::Loaded)},
                         {tr("Between cursors A and B"), code(Range::BetweenMarks)},
                         {tr("As typed in the time bar"), code(Range::Typed)}});
    createFile(*form);
    createButtons();
}

void ExportDialog::createFile(QFormLayout &form)
{
    m_path = new QLineEdit{this};
    m_path->setObjectName(u"exportPath"_s);
    m_path->setAccessibleName(tr("File to make"));
    auto *const choose = new QPushButton{tr("C&hoose…"), this};
    choose->setObjectName(u"exportChoose"_s);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_path, 1);
    line->addWidget(choose);
    auto *const file = new QLabel{tr("Fil&e"), this};
    file->setBuddy(m_path);
    form.addRow(file, line);
    for (auto [label, name] : {std::pair{&m_what, u"exportWhat"_s}, std::pair{&m_estimate, u"exportEstimate"_s}}) {
        *label = new QLabel{this};
        (*label)->setObjectName(name);
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->setWordWrap(true);
        (*label)->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        (*label)->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4); // what is said may take two lines
        form.addRow(*label);
    }
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
}

void ExportDialog::createButtons()
{
    m_progress = new QProgressBar{this};
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, 1000);
    auto *const buttons = new QDialogButtonBox{this};
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setDefault(true);
    m_cancel = buttons->addButton(tr("C&ancel the export"), QDialogButtonBox::ActionRole);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_cancel->setEnabled(false);
    QPushButton *const close = buttons->addButton(QDialogButtonBox::Close);
    close->setObjectName(u"exportClose"_s);
    auto *const form = qobject_cast<QFormLayout *>(layout());
    form->addRow(m_progress);
    form->addRow(buttons);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_cancel, &QPushButton::clicked, &m_job, &ExportJob::cancel);
    connect(close, &QPushButton::clicked, this, &QDialog::hide);
}

void ExportDialog::refresh()
{
    understand();
}

Result<TimeRange> ExportDialog::range() const
{
    const ViewState &view = m_desk.view;
    const TimeRange *const loaded = m_desk.history.series().range();
    switch (chosen<Range>(*m_range)) {
    case Range::InView:
        if (view.visible())
            return *view.visible();
        break;
    case Range::Loaded:
        if (loaded)
            return *loaded;
        break;
    case Range::BetweenMarks:
        if (view.markA() && view.markB() && *view.markA() != *view.markB())
            return *TimeRange::between(std::min(*view.markA(), *view.markB()), std::max(*view.markA(), *view.markB()));
        return usage(tr("Cursors A and B are not set: put them on the Trend page by the keys 1 and 2."));
    case Range::Typed:
        if (const auto typed = m_desk.typed())
            return *typed;
        return usage(tr("What stands in the time bar is no range."));
    }
    return usage(tr("Nothing is loaded: fetch a range first."));
}

Result<std::vector<int>> ExportDialog::rows() const
{
    const Detectors which = chosen<Detectors>(*m_detectors);
    if (which == Detectors::All)
        return std::vector<int>{};
    std::set<int> rows{m_desk.view.selection().begin(), m_desk.view.selection().end()};
    if (which == Detectors::Listed) {
        rows.clear();
        static const QRegularExpression between{u"[,;\\s]+"_s};
        for (const QString &name : m_list->text().split(between, Qt::SkipEmptyParts)) {
            const int row = m_desk.history.source()->table()->find(name.toStdString());
            if (row == unknownDetector)
                return usage(tr("“%1” is no detector of the table.").arg(name));
            rows.insert(row);
        }
    }
    if (rows.empty())
        return usage(tr("No detector is chosen."));
    return std::vector<int>{rows.begin(), rows.end()};
}

/// nullopt: samples.
std::optional<Interval> ExportDialog::interval() const
{
    switch (chosen<Content>(*m_content)) {
    case Content::AsPlotted:
        return m_desk.history.seriesFor(m_desk.view.visible()).interval();
    case Content::AtInterval:
        return Interval::of(Duration{m_interval->currentData().toLongLong()});
    case Content::Samples:
        break;
    }
    return std::nullopt;
}

Result<ExportOrder> ExportDialog::order() const
{
    if (!m_desk.history.source())
        return usage(tr("No source is open."));
    const auto range = this->range();
    if (!range)
        return range.error();
    auto rows = this->rows();
    if (!rows)
        return rows.error();
    ExportOrder order{chosen<ExportFormat>(*m_format), m_path->text().trimmed(), *range, std::move(*rows)};
    if (order.format != ExportFormat::Archive)
        order.interval = interval();
    order.method = m_desk.history.method();
    order.tellsOrigin = true;
    order.origin = m_desk.history.info();
    return order;
}

void ExportDialog::understand()
{
    const bool isArchive = chosen<ExportFormat>(*m_format) == ExportFormat::Archive;
    m_content->setEnabled(!isArchive);
    m_interval->setEnabled(!isArchive && chosen<Content>(*m_content) == Content::AtInterval);
    m_list->setEnabled(chosen<Detectors>(*m_detectors) == Detectors::Listed);
    const auto order = this->order();
    m_what->setText(order ? contentText(*order) : text::error(order.error()));
    m_estimate->setText(order ? estimateText(*order) : QString{});
    m_export->setEnabled(order && !order->path.isEmpty() && !m_job.isRunning());
    m_cancel->setEnabled(m_job.isRunning());
}

QString ExportDialog::contentText(const ExportOrder &order) const
{
    const QString when = text::range(order.range, m_desk.view.zone());
    const int detectors =
        order.rows.empty() ? m_desk.history.source()->table()->size() : static_cast<int>(order.rows.size());
    if (!order.interval)
        return tr("Every sample of %n detector(s): %1. Times in the file are UTC.", nullptr, detectors).arg(when);
    return tr("Bins of %1 of %n detector(s): %2. Times in the file are UTC.", nullptr, detectors)
        .arg(text::interval(*order.interval), when);
}

QString ExportDialog::estimateText(const ExportOrder &order) const
{
    const auto &known = m_desk.history.info().detectors;
    const int all = known.empty() ? m_desk.history.source()->table()->size() : static_cast<int>(known.size());
    const auto measured = m_measured.find({order.format, order.interval.has_value()});
    const auto estimate = estimateExport(order, order.rows.empty() ? all : static_cast<int>(order.rows.size()),
                                         m_rate > 0.0 ? m_rate : m_desk.history.rowsPerSecond(),
                                         measured != m_measured.end() ? measured->second : 0.0);
    const QString size =
        tr("About %1 rows, %2").arg(text::count(static_cast<std::uint64_t>(estimate.rows)), bytesText(estimate.bytes));
    if (!estimate.seconds)
        return size;
    return tr("%1, %2 to make")
        .arg(size, text::duration(Duration{static_cast<std::int64_t>(std::max(0.1, *estimate.seconds) * 1e6)}));
}

void ExportDialog::choosePath()
{
    const QString end = endOf(chosen<ExportFormat>(*m_format));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export to"), m_path->text(), u"(*%1)"_s.arg(end));
    if (!path.isEmpty())
        m_path->setText(path.endsWith(end) ? path : path + end);
}

void ExportDialog::begin()
{
    const auto order = this->order();
    if (!order || order->path.isEmpty() || m_job.isRunning())
        return;
    m_progress->setValue(0);
    m_begun_ms = QDateTime::currentMSecsSinceEpoch();
    m_job.start(m_desk.history.source(), TileAccess{m_desk.tiles, order->origin.identity}, *order);
    understand();
}

void ExportDialog::onFinished(const Result<ExportOutcome> &done)
{
    understand();
    QString sentence;
    const bool failed = !done && done.error().kind != Error::Kind::Cancelled;
    if (done) {
        measure(*done);
        m_progress->setValue(m_progress->maximum());
        sentence = tr("Exported %1: %2, %3 samples read")
                       .arg(m_job.order()->path, bytesText(static_cast<double>(QFileInfo{m_job.order()->path}.size())),
                            text::count(done->counts.rows));
    } else {
        m_progress->setValue(0);
        sentence = failed ? text::error(done.error()) : tr("The export was cancelled; no file was made");
    }
    m_estimate->setText(sentence);
    emit said(sentence, failed);
}

/// The next estimate is made from this file.
void ExportDialog::measure(const ExportOutcome &outcome)
{
    const ExportOrder &order = *m_job.order();
    const double rows = static_cast<double>(order.interval ? outcome.bins : outcome.counts.rows);
    if (rows < 1000) // the head of a small file would count
        return;
    m_measured[{order.format, order.interval.has_value()}] = static_cast<double>(QFileInfo{order.path}.size()) / rows;
    const double seconds = static_cast<double>(QDateTime::currentMSecsSinceEpoch() - m_begun_ms) / 1e3;
    if (seconds > 0.0)
        m_rate = static_cast<double>(outcome.counts.rows) / seconds;
}

} // namespace cbpm
